@org.jspecify.annotations.NullMarked
module com.example.whole {}
