package io.neurectomy.standard;

import io.neurectomy.standard.internal.NearMiss;
import io.neurectomy.standard.rule.AdrStatus;
import io.neurectomy.standard.rule.AnnotationLibraryScope;
import io.neurectomy.standard.rule.AssertingTest;
import io.neurectomy.standard.rule.ChangelogKept;
import io.neurectomy.standard.rule.CodeOwners;
import io.neurectomy.standard.rule.CompilerWarningsFail;
import io.neurectomy.standard.rule.ConsoleOutput;
import io.neurectomy.standard.rule.DeclaredModule;
import io.neurectomy.standard.rule.DependencyUpdates;
import io.neurectomy.standard.rule.DependencyVersionOnce;
import io.neurectomy.standard.rule.DisabledTestReason;
import io.neurectomy.standard.rule.DocumentedDeprecation;
import io.neurectomy.standard.rule.EditorConfig;
import io.neurectomy.standard.rule.EmptyBaseline;
import io.neurectomy.standard.rule.ExistingModule;
import io.neurectomy.standard.rule.ExplainedSuppression;
import io.neurectomy.standard.rule.HostProvidedScope;
import io.neurectomy.standard.rule.InternalPackage;
import io.neurectomy.standard.rule.KnownProperty;
import io.neurectomy.standard.rule.LicenseFile;
import io.neurectomy.standard.rule.LineEndings;
import io.neurectomy.standard.rule.LoggingFacade;
import io.neurectomy.standard.rule.ManagedVersion;
import io.neurectomy.standard.rule.MavenWrapper;
import io.neurectomy.standard.rule.ModuleDescriptor;
import io.neurectomy.standard.rule.ModuleHasTests;
import io.neurectomy.standard.rule.ModuleInheritsParent;
import io.neurectomy.standard.rule.ModuleReadme;
import io.neurectomy.standard.rule.NoDuplicateDeclaration;
import io.neurectomy.standard.rule.NoModuleCycle;
import io.neurectomy.standard.rule.NoPluginConfigurationInModules;
import io.neurectomy.standard.rule.NoRepositories;
import io.neurectomy.standard.rule.NullMarkedPackage;
import io.neurectomy.standard.rule.OneParent;
import io.neurectomy.standard.rule.OutputTimestamp;
import io.neurectomy.standard.rule.OwnIdentity;
import io.neurectomy.standard.rule.PackageDocumented;
import io.neurectomy.standard.rule.PackageInOneModule;
import io.neurectomy.standard.rule.PinnedAction;
import io.neurectomy.standard.rule.PinnedPlugin;
import io.neurectomy.standard.rule.PluginVersionOnce;
import io.neurectomy.standard.rule.PropertyValue;
import io.neurectomy.standard.rule.PublicJavadoc;
import io.neurectomy.standard.rule.RawType;
import io.neurectomy.standard.rule.ReadableFile;
import io.neurectomy.standard.rule.ReadablePom;
import io.neurectomy.standard.rule.ReleaseLevel;
import io.neurectomy.standard.rule.ReleasedBuild;
import io.neurectomy.standard.rule.ShortCriticalPath;
import io.neurectomy.standard.rule.SleepingTest;
import io.neurectomy.standard.rule.SourceEncoding;
import io.neurectomy.standard.rule.TestLibraryScope;
import io.neurectomy.standard.rule.TypeWrittenOnce;
import io.neurectomy.standard.rule.VerifiedInCi;
import io.neurectomy.standard.rule.VersionedApiPath;
import io.neurectomy.standard.rule.WorkflowPermissions;
import io.neurectomy.standard.rule.WorkingLink;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The rules of the standard. */
public final class Rules {
    private static final List<Rule> ALL = List.of(
            new AdrStatus(),
            new AnnotationLibraryScope(),
            new AssertingTest(),
            new EmptyBaseline(),
            new ChangelogKept(),
            new CodeOwners(),
            new CompilerWarningsFail(),
            new ConsoleOutput(),
            new DeclaredModule(),
            new DependencyUpdates(),
            new DependencyVersionOnce(),
            new DisabledTestReason(),
            new DocumentedDeprecation(),
            new EditorConfig(),
            new ExistingModule(),
            new ExplainedSuppression(),
            new HostProvidedScope(),
            new InternalPackage(),
            new KnownProperty(),
            new LicenseFile(),
            new LineEndings(),
            new LoggingFacade(),
            new ManagedVersion(),
            new MavenWrapper(),
            new ModuleDescriptor(),
            new ModuleHasTests(),
            new ModuleInheritsParent(),
            new ModuleReadme(),
            new NoDuplicateDeclaration(),
            new NoModuleCycle(),
            new NoPluginConfigurationInModules(),
            new NoRepositories(),
            new NullMarkedPackage(),
            new OneParent(),
            new OutputTimestamp(),
            new OwnIdentity(),
            new PackageDocumented(),
            new PackageInOneModule(),
            new PinnedAction(),
            new PinnedPlugin(),
            new PluginVersionOnce(),
            new PropertyValue(),
            new PublicJavadoc(),
            new RawType(),
            new ReadableFile(),
            new ReadablePom(),
            new ReleaseLevel(),
            new ReleasedBuild(),
            new ShortCriticalPath(),
            new SleepingTest(),
            new SourceEncoding(),
            new TestLibraryScope(),
            new TypeWrittenOnce(),
            new VerifiedInCi(),
            new VersionedApiPath(),
            new WorkflowPermissions(),
            new WorkingLink());

    private Rules() {}

    /**
     * Returns every rule.
     *
     * @return the rules, sorted by id
     */
    public static List<Rule> all() {
        return ALL;
    }

    /**
     * Finds a rule.
     *
     * @param id the rule's id
     * @return the rule, empty if there is none of that id
     */
    public static Optional<Rule> byId(String id) {
        return ALL.stream().filter(r -> r.id().equals(id)).findFirst();
    }

    /**
     * Finds the rules that a mistyped id may have meant.
     *
     * @param id an id that no rule has
     * @return the ids of at most three rules, the nearest first
     */
    public static List<String> near(String id) {
        return ALL.stream()
                .map(Rule::id)
                .filter(known -> NearMiss.sharesWord(id, known) || NearMiss.distance(id, known) <= 4)
                .sorted(Comparator.comparingInt((String known) -> NearMiss.distance(id, known))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(3)
                .toList();
    }
}
