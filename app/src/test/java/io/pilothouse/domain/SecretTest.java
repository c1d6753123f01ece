package io.pilothouse.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SecretTest {
    /// RFC 4231, test case 2, with the key and the code in base64url.
    @Test
    void theCodeIsThatOfTheStandard() {
        var signed = Secret.of("SmVmZQ").hmacSha256("what do ya want for nothing?");

        assertThat(signed.reveal()).isEqualTo("W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM");
        assertThat(Secret.of("SmVmZQ==").hmacSha256("what do ya want for nothing?"))
                .isEqualTo(signed);
    }

    @Test
    void aKeyThatIsNoneIsRefusedWithoutQuotingIt() {
        assertThatThrownBy(() -> Secret.of("cana/ry+").hmacSha256("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the key is not in base64url");
        assertThatThrownBy(() -> Secret.of("").hmacSha256("x"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the key is empty");
    }

    @Test
    void secretsAreJoined() {
        var joined = Secret.of("c").after(Secret.of("b:")).after("a:");
        assertThat(joined.reveal()).isEqualTo("a:b:c");
        assertThat(joined).hasToString(Secret.MASK);
    }
}
