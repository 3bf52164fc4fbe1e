package org.gongdan.bench;

/** How much of the full run is done, in percent. @param loads length of every load. @param bulks size of every bulk */
record Scale(int loads, int bulks) {

    static final Scale FULL = new Scale(100, 100);

    /** @return the scale after an option of the command line, or null when it is not about it */
    Scale after(String option) {
        String[] parts = option.split("=", 2);
        return switch (parts[0]) {
            case "--percent" -> new Scale(Integer.parseInt(parts[1]), Integer.parseInt(parts[1]));
            case "--loads" -> new Scale(Integer.parseInt(parts[1]), bulks);
            default -> null;
        };
    }

    @Override
    public String toString() {
        return loads == bulks ? "%d %% of the full run".formatted(loads)
                : "loads of %d %%, bulks of %d %% of the full run".formatted(loads, bulks);
    }
}
