package org.gongdan.sla.agreement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongdan.platform.input.Line;
import org.gongdan.platform.input.Prose;
import org.gongdan.platform.text.SearchForm;

import com.fasterxml.jackson.annotation.JsonFormat;

/**
 * What a version of an agreement says. Percentages and amounts are decimal text, so that nothing is lost on the way.
 *
 * @param services   what is served, each with its levels
 * @param exclusions when a broken promise is not held against us
 * @param compensation what is owed for broken promises, or null when nothing is
 */
public record Content(@NotEmpty @Size(max = 50) List<@NotNull @Valid Service> services,
        @Size(max = 200) List<@NotNull @Valid Exclusion> exclusions,
        @Valid Compensation compensation) {

    public static final String PRIORITY = "P[1-4]";
    static final String REASON = "[A-Z][A-Z0-9_]{0,39}";

    public Content {
        exclusions = exclusions == null ? List.of() : List.copyOf(exclusions);
    }

    /**
     * A service of the contract: named products, or everything when none is named.
     *
     * @param products   names of products
     * @param productIds installed products
     * @param objectives other objectives, such as availability; data for people and reports, no clock runs on them
     */
    public record Service(@NotNull @Line(max = 200) String name, @Size(max = 200) List<@NotNull @Line(max = 200) String> products,
            @Size(max = 1000) List<@NotNull UUID> productIds,
            @NotEmpty @Size(max = 100) List<@NotNull @Valid Level> levels, @Size(max = 20) List<@NotNull @Valid Objective> objectives) {

        public Service {
            products = products == null ? List.of() : List.copyOf(products);
            productIds = productIds == null ? List.of() : List.copyOf(productIds);
            objectives = objectives == null ? List.of() : List.copyOf(objectives);
        }

        /** Whether the contract names this product, however either of them is written. */
        boolean names(String product) {
            String asked = SearchForm.of(product);
            return products.stream().anyMatch(named -> SearchForm.of(named).equals(asked));
        }

        boolean isEverything() {
            return products.isEmpty() && productIds.isEmpty();
        }
    }

    /**
     * What is promised for a priority.
     *
     * @param priority      P1 … P4, or null for every priority that has no level of its own
     * @param kind          of the promise
     * @param within        time allowed; null for kinds that promise an instant
     * @param calendar      which time counts; that of the settings when null
     * @param pausesOn      reasons of waiting that stop the clock; those of the settings when null
     * @param warnPercent   when to warn; that of the settings when null
     * @param targetPercent share of promises of a month that shall be kept, or null
     */
    public record Level(@Pattern(regexp = PRIORITY) String priority, @NotNull @Line(max = 40) String kind,
            @JsonFormat(shape = JsonFormat.Shape.STRING) @Schema(type = SchemaType.STRING, examples = "PT4H") Duration within,
            @Line(max = 100) String calendar, @Size(max = 20) Set<@NotNull @Pattern(regexp = REASON) String> pausesOn, Integer warnPercent,
            @Percent BigDecimal targetPercent) {
    }

    public record Objective(@NotNull @Line(max = 100) String name, @NotNull @Percent BigDecimal percent,
            @Prose(max = 1000) String measuredBy) {
    }

    /**
     * Either a window agreed on (from, to: local times of the agreement's zone, the end not included) or a cause that people must prove.
     */
    public record Exclusion(@NotNull @Line(max = 200) String name, LocalDateTime from, LocalDateTime to, Cause cause) {
    }

    public enum Cause {
        CUSTOMER_CHANGE, CUSTOMER_SITE, SUPPLIER, FORCE_MAJEURE, OTHER
    }

    /**
     * @param currency        ISO 4217
     * @param monthlyFee      what percentages are of
     * @param monthCapPercent most that is owed for a month, as a share of the fee; no limit when null
     */
    public record Compensation(@NotNull @Pattern(regexp = "[A-Z]{3}") String currency, @NotNull @Amount BigDecimal monthlyFee,
            @Percent BigDecimal monthCapPercent,
            @Size(max = 100) List<@NotNull @Valid BreachRule> breaches, @Size(max = 100) List<@NotNull @Valid AttainmentRule> attainments) {

        public Compensation {
            breaches = breaches == null ? List.of() : List.copyOf(breaches);
            attainments = attainments == null ? List.of() : List.copyOf(attainments);
        }
    }

    /**
     * What one broken promise costs.
     *
     * @param priority       for which the rule is, or null for every other
     * @param fixed          once per breach, or null
     * @param perStartedHour for every hour late that has begun, or null
     * @param cap            most that one breach costs, or null
     */
    public record BreachRule(@NotNull @Line(max = 40) String kind, @Pattern(regexp = PRIORITY) String priority, @Amount BigDecimal fixed,
            @Amount BigDecimal perStartedHour,
            @Amount BigDecimal cap) {
    }

    /** What a month costs in which too few promises were kept. @param steps the lowest one that applies counts */
    public record AttainmentRule(@NotNull @Line(max = 40) String kind, @Pattern(regexp = PRIORITY) String priority,
            @NotEmpty @Size(max = 20) List<@NotNull @Valid Step> steps) {
    }

    /** @param below share of promises kept, in percent @param creditPercent share of the monthly fee */
    public record Step(@NotNull @Percent BigDecimal below, @NotNull @Percent BigDecimal creditPercent) {
    }
}
