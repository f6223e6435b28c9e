package uk.muster.standalone;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;

/**
 * One supervisor to a data folder. The system gives the lock back when its holder ends, however it ends, and also when
 * this object is collected as garbage: keep it.
 */
final class FolderLock {

    private final FileLock lock;

    private FolderLock(FileLock lock) {
        this.lock = lock;
    }

    /**
     * Takes the lock of a folder.
     *
     * @throws LaunchProblem when an instance runs on the folder already
     */
    static FolderLock take(DataFolder folder) {
        try {
            var channel = FileChannel.open(folder.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            var lock = channel.tryLock();
            if (lock != null) {
                return new FolderLock(lock);
            }
            channel.close();
        } catch (OverlappingFileLockException e) {
            throw taken(folder);
        } catch (IOException e) {
            throw new LaunchProblem("The data folder %s cannot be locked: %s".formatted(folder.root(), e), e);
        }
        throw taken(folder);
    }

    private static LaunchProblem taken(DataFolder folder) {
        var where = Instance.of(folder.root())
                .map(running -> " (process %d, commands %s)".formatted(running.supervisor(), running.commands()))
                .orElse("");
        return new LaunchProblem(
                "Muster already runs on the data folder %s%s: use that one, stop it, or choose another folder with --data."
                        .formatted(folder.root(), where));
    }

    void release() throws IOException {
        lock.channel().close();
    }
}
