// An application has a jar and its tests; sources, consumer POM and SBOM are a library's.
def target = new File(basedir, 'target')
assert new File(target, 'shop-1.0.0-SNAPSHOT.jar').isFile()
['shop-1.0.0-SNAPSHOT-sources.jar', '.flattened-pom.xml', 'bom.json'].each {
    assert !new File(target, it).exists() : "target/$it is of no use to an application"
}
def log = new File(basedir, 'build.log').text
assert log.contains('Running com.acme.shop.BasketIT')
assert log =~ /order[._]random[._]seed|order.*seed/ : 'test-config takes effect by being there'
return true
