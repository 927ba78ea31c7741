// Both modules were built and tested; the second try for the same name was refused and left nothing behind.
assert new File(basedir, 'billing/target').list().any { it.endsWith('-sources.jar') }
assert new File(basedir, 'web-shop/target/surefire-reports').list().any { it.contains('com.acme.shop.web.WebShopApplicationTest') }
def log = new File(basedir, 'build.log').text
assert log.contains('[module-folder] billing: is there already')
assert new File(basedir, 'pom.xml').text.count('<module>billing</module>') == 1
// Formatted, so that verify could pass; the second time there was nothing to do.
assert log.contains('[editor-config] .editorconfig: written')
assert log.contains('[format] Java, imports and the order of POMs are formatted')
assert log.contains('Nothing to repair without thinking')
def root = new File(basedir, 'pom.xml').text
assert root.indexOf('<packaging>') < root.indexOf('<description>')
return true
