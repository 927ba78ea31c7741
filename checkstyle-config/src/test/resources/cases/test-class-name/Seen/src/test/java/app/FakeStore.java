package app;

class FakeStore {
    void put() {}
}
