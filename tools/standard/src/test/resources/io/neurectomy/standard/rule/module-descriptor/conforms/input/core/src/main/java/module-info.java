module com.example {}
