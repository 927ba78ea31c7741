// A consumer's own BOM import wins over the parent's: here JUnit 6 where the parent manages 5.
def log = new File(basedir, 'build.log').text
assert log.contains('BUILD SUCCESS')
def report = new File(basedir, 'orders/target/surefire-reports').listFiles().find { it.name.endsWith('.xml') }.text
assert report.contains('junit-jupiter-api-6.1.3') || report.contains('junit-jupiter-api/6.1.3') : 'the own BOM lost against the parent'
return true
