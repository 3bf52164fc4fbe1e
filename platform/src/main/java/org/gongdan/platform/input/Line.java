package org.gongdan.platform.input;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/**
 * One line of text such as a name or a title: something to be seen, no line ends, no directions, nothing invisible (see {@link Texts}).
 * Null passes: {@code @NotNull} demands a text.
 */
@Constraint(validatedBy = Line.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Line {

    /** Most code points it may have. */
    int max();

    String message() default "text-unfit";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Says which part of the rule is broken. */
    final class Check implements ConstraintValidator<Line, String> {

        private int max;

        @Override
        public void initialize(Line declared) {
            max = declared.max();
        }

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            String fault = text == null ? null : Texts.faultOfLine(text, max);
            if (fault != null) {
                context.disableDefaultConstraintViolation();
                context.buildConstraintViolationWithTemplate(fault).addConstraintViolation();
            }
            return fault == null;
        }
    }
}
