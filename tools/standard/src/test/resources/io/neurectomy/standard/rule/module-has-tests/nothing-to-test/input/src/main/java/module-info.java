module a {}
