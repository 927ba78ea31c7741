// Both modules were built and tested; the second try for the same name was refused and left nothing behind.
assert new File(basedir, 'billing/target').list().any { it.endsWith('-sources.jar') }
assert new File(basedir, 'web-shop/target/surefire-reports').list().any { it.contains('com.acme.shop.web.WebShopApplicationTest') }
def log = new File(basedir, 'build.log').text
assert log.contains('[module-folder] billing: is there already')
assert new File(basedir, 'pom.xml').text.count('<module>billing</module>') == 1
return true
