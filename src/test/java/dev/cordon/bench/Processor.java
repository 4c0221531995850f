package dev.cordon.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** What processes have used, as the kernel of Linux counts it. */
final class Processor {
    /** Of the kernel, in a second. */
    private static final double TICKS = 100;

    private static final Path PROCESSES = Path.of("/proc");
    private static final int PARENT = 1;
    private static final int USER_TIME = 11;
    private static final int LAST_TIME_OF_CHILDREN = 14;

    private Processor() {}

    /** Seconds of the processor that a process used, all its threads, in user and system mode. */
    static double seconds(long pid) {
        return sum(fields(PROCESSES.resolve(String.valueOf(pid))), USER_TIME + 1);
    }

    /** The same of a process, its children, and those children that have ended. */
    static double secondsWithChildren(long pid) {
        try (Stream<Path> processes = Files.list(PROCESSES)) {
            return processes
                    .filter(each -> each.getFileName().toString().matches("\\d+"))
                    .mapToDouble(each -> ofFamily(each, String.valueOf(pid)))
                    .sum();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** Megabytes of memory that a process holds. */
    static double resident(long pid) {
        return lines(PROCESSES.resolve(pid + "/status")).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static double ofFamily(Path process, String pid) {
        String[] fields = fields(process);
        boolean itself = process.getFileName().toString().equals(pid);
        return itself || fields.length > PARENT && fields[PARENT].equals(pid) ? sum(fields, LAST_TIME_OF_CHILDREN) : 0;
    }

    private static double sum(String[] fields, int last) {
        double ticks = 0;
        for (int i = USER_TIME; i <= last && i < fields.length; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS;
    }

    /** Behind the name, which may contain anything; nothing if the process has ended meanwhile. */
    private static String[] fields(Path process) {
        List<String> lines = lines(process.resolve("stat"));
        return lines.isEmpty()
                ? new String[0]
                : lines.get(0).replaceFirst(".*\\) ", "").split(" ");
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException ended) {
            return List.of();
        }
    }
}
