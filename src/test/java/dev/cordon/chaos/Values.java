package dev.cordon.chaos;

import jakarta.json.JsonValue;
import java.util.Random;

/** Where a drawn request takes its values from. */
interface Values {
    /** A value for an argument or input field of this name and scalar or enumeration type. */
    JsonValue draw(String name, String type, Random random);

    /** Whether to give a value where none is needed. */
    boolean givesOptional(String name, Random random);
}
