package dev.cordon.walks;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The policy that a test walks an incident along. */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
@interface WalkOf {
    String value();
}
