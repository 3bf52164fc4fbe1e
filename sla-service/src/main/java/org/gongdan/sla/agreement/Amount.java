package org.gongdan.sla.agreement;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;

import com.fasterxml.jackson.annotation.JacksonAnnotationsInside;
import com.fasterxml.jackson.annotation.JsonFormat;

/** An amount of money of at least 0 and less than a trillion, as text in JSON; its currency says how many decimals it may have. */
@DecimalMin("0")
@Digits(integer = 12, fraction = 4)
@JacksonAnnotationsInside
@JsonFormat(shape = JsonFormat.Shape.STRING)
@Constraint(validatedBy = {})
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.METHOD, ElementType.ANNOTATION_TYPE})
@Retention(RetentionPolicy.RUNTIME)
public @interface Amount {

    String message() default "0 or more, less than 10^12";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
