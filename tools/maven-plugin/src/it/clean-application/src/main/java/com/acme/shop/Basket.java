package com.acme.shop;

import java.util.ArrayList;
import java.util.List;

public final class Basket {
    private final List<String> articles = new ArrayList<>();

    public void put(String article) {
        articles.add(article);
    }

    public List<String> articles() {
        return List.copyOf(articles);
    }
}
