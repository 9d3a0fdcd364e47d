package no.tillit.keys.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.AuthProvider;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.Provider;
import java.security.ProviderException;
import java.security.Security;
import java.security.UnrecoverableKeyException;
import java.util.Collections;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Cipher;
import javax.crypto.KeyGenerator;
import javax.crypto.SecretKey;
import javax.security.auth.login.LoginException;
import org.jboss.logging.Logger;

/** One login to a token, until the token goes away. Its provider is never registered with Java: only roots go there. */
record Pkcs11Session(Provider provider, KeyStore store, Map<Integer, SecretKey> found) {
    private static final Logger LOG = Logger.getLogger(Pkcs11Session.class);
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String ALIAS = "tillit-root-";

    static Pkcs11Session login(Path library, long slot, char[] pin) throws GeneralSecurityException {
        String configuration = "--name=Tillit" + NUMBER.incrementAndGet() + "\nlibrary=" + library + "\nslot=" + slot
                + "\ndestroyTokenAfterLogout=true\nattributes(generate,CKO_SECRET_KEY,CKK_AES)={\n"
                + "CKA_SENSITIVE=true\nCKA_EXTRACTABLE=false\nCKA_ENCRYPT=true\nCKA_DECRYPT=true\n}\n";
        try {
            Provider provider = Security.getProvider("SunPKCS11").configure(configuration);
            KeyStore store = KeyStore.getInstance("PKCS11", provider);
            store.load(null, pin);
            return new Pkcs11Session(provider, store, new ConcurrentHashMap<>());
        } catch (ProviderException e) {
            throw new GeneralSecurityException("it cannot be reached (" + reason(e) + ")", e);
        } catch (IOException e) {
            if (e.getCause() instanceof UnrecoverableKeyException) {
                throw new Pkcs11Token.PinRefused(e);
            }
            throw new GeneralSecurityException("it does not open (" + reason(e) + ")", e);
        }
    }

    private static String reason(Exception failure) {
        return String.valueOf(
                failure.getCause() == null
                        ? failure.getMessage()
                        : failure.getCause().getMessage());
    }

    SortedSet<Integer> versions() throws GeneralSecurityException {
        SortedSet<Integer> versions = new TreeSet<>();
        for (String alias : Collections.list(store.aliases())) {
            if (alias.matches(ALIAS + "\\d{1,9}")) {
                versions.add(Integer.valueOf(alias.substring(ALIAS.length())));
            }
        }
        return versions;
    }

    SecretKey key(int version) throws GeneralSecurityException {
        SecretKey known = found.get(version);
        if (known == null) {
            if (!(store.getKey(ALIAS + version, null) instanceof SecretKey key)) {
                throw new Pkcs11Token.RootMissing(version);
            }
            found.put(version, key);
            known = key;
        }
        return known;
    }

    void create(int version) throws GeneralSecurityException {
        KeyGenerator generator = KeyGenerator.getInstance("AES", provider);
        generator.init(256);
        store.setKeyEntry(ALIAS + version, generator.generateKey(), null, null);
    }

    void destroy(int version) throws GeneralSecurityException {
        found.remove(version);
        if (versions().contains(version)) {
            store.deleteEntry(ALIAS + version);
        }
    }

    /** Two blocks of a constant that GCM never encrypts: not zero, whose encryption is GCM's own hash key. */
    byte[] checkValue(int version) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding", provider);
        cipher.init(Cipher.ENCRYPT_MODE, key(version));
        return cipher.doFinal("tillit key check value, 32 bytes".getBytes(StandardCharsets.US_ASCII));
    }

    void logout() {
        try {
            ((AuthProvider) provider).logout();
        } catch (LoginException | ProviderException e) {
            LOG.debug("A token that is away cannot be logged out of", e);
        }
    }
}
