package org.sealpost.channel.broker;

/** A name and password at the broker. Never prints the password. */
public record BrokerAccount(String name, String password) {
    public BrokerAccount {
        if (name.isBlank() || password.isEmpty()) {
            throw new IllegalArgumentException("an account at the broker has a name and a password");
        }
    }

    @Override
    public String toString() {
        return "the broker's account " + name;
    }
}
