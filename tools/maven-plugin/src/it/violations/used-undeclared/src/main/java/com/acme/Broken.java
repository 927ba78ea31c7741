package com.acme;

import org.apache.commons.lang3.StringUtils;
import org.apache.commons.text.WordUtils;

final class Broken {

    String name() {
        return StringUtils.capitalize(WordUtils.initials("broken"));
    }
}
