package org.gongdan.platform.address;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** A text somebody can be called by, at most 40 characters (see {@link Phone}). Null passes: {@code @NotNull} demands one. */
@Constraint(validatedBy = PhoneNumber.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface PhoneNumber {

    String message() default "phone-malformed";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the numbering plans. */
    final class Check implements ConstraintValidator<PhoneNumber, String> {

        private static final int LONGEST = 40;

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || text.length() <= LONGEST && Phone.read(text).isPresent();
        }
    }
}
