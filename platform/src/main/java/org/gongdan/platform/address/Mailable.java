package org.gongdan.platform.address;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;

/** An address that mail can be sent to, at most 254 characters (see {@link MailAddress}). Null passes: {@code @NotNull} demands one. */
@Constraint(validatedBy = Mailable.Check.class)
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Mailable {

    String message() default "email-malformed";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Asks the rules of mail. */
    final class Check implements ConstraintValidator<Mailable, String> {

        private static final int LONGEST = 254;

        @Override
        public boolean isValid(String text, ConstraintValidatorContext context) {
            return text == null || text.length() <= LONGEST && MailAddress.read(text).isPresent();
        }
    }
}
