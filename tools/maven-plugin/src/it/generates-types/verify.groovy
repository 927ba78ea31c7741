// Each check failed with its own message: the file, what is wrong, and the command that repairs it.
def log = new File(basedir, 'build.log').text.replace('\\', '/')
[
    /\[generated-drift\] \S+drift\/src\/generated\/\S+: is missing\. To write it: mvn neurectomy:generate@drift/,
    /\[generated-drift\] 1 file is not what the schemas say\. .*mvn neurectomy:generate@drift/,
    /\[bound-tightened\] \S+breaking\/src\/main\/schemas\/customer\.schema\.json:7:\d+ #\/properties\/name\S*: .* breaks readers by the new schema/,
    /\[incompatible\] 1 change of the schemas: not backward compatible with released\. .*mvn neurectomy:check-compatibility@breaking/,
].each { assert log =~ it : "not in the log: $it" }
assert new File(basedir, 'shop/target/generated-sources/neurectomy/com/acme/shop/Customer.java').isFile()
return true
