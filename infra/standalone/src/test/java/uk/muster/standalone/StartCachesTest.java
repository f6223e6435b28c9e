package uk.muster.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartCachesTest {

    @TempDir
    private Path folder;

    @Test
    void aProgramIsStartedWithItsCacheOnceARehearsalHasMadeIt() throws IOException {
        var cache = folder.resolve("kafka.aot");
        assertThat(new StartCaches(folder, true).options("kafka")).contains("-XX:AOTCacheOutput=" + cache);
        assertThat(new StartCaches(folder, false).options("kafka")).isEmpty();
        Files.createFile(cache);
        assertThat(new StartCaches(folder, false).options("kafka")).contains("-XX:AOTCache=" + cache);
        assertThat(new StartCaches(folder, false).options("documents")).isEmpty();
    }
}
