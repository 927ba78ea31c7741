module com.example.core {
    exports com.example.core.spi.internal to com.example.web;
}
