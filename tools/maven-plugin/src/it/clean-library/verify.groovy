// Every artifact of a library is there, and each says nothing of the machine that made it.
import java.util.zip.ZipFile

def target = new File(basedir, 'target')
def log = new File(basedir, 'build.log').text
['money-1.0.0-SNAPSHOT.jar', 'money-1.0.0-SNAPSHOT-sources.jar', 'bom.json', '.flattened-pom.xml', 'site/jacoco/jacoco.xml'].each {
    assert new File(target, it).isFile() : "missing target/$it"
}
def consumerPom = new File(target, '.flattened-pom.xml').text
assert !consumerPom.contains('<parent>')
assert !consumerPom.contains('<build>')
assert !consumerPom.toLowerCase().contains('neurectomy') : 'our identity leaked into the consumer POM'
def jar = new ZipFile(new File(target, 'money-1.0.0-SNAPSHOT.jar'))
assert jar.getEntry('module-info.class') != null
def manifest = jar.getInputStream(jar.getEntry('META-INF/MANIFEST.MF')).text
assert !manifest.contains('Built-By') && !manifest.contains('Build-Host')
assert !log.contains('[WARNING]') || log.readLines().findAll { it.contains('[WARNING]') }.every { it.contains("autodetect 'javac'") || it.contains('root directory') || it.contains('prefixes.txt') } : log.readLines().findAll { it.contains('[WARNING]') }
return true
