class CTest {
    @Test
    void a() {}
}
