// A consumer's own BOM import wins over the parent's: here JUnit 6 where the parent manages 5.
def bom = new File(basedir, 'build.log').text
assert bom.contains('BUILD SUCCESS')
def classpath = new File(basedir, 'orders/target/surefire-reports').listFiles().find { it.name.endsWith('.xml') }.text
assert classpath.contains('junit-jupiter-api-6.1.3') || classpath.contains('junit-jupiter-api/6.1.3') : 'the own BOM lost against the parent'
return true
