// Passkeys: asks the browser for one, or to make one, and sends what the device answered as a plain form. Without script, or without a
// browser that can do it, these forms stay hidden and the codes do.
(function () {
  'use strict';
  const able = window.isSecureContext && window.PublicKeyCredential && navigator.credentials;
  const all = selector => [...document.querySelectorAll(selector)];
  const bytes = text => Uint8Array.from(atob(text.replace(/-/g, '+').replace(/_/g, '/')), c => c.charCodeAt(0));
  const text = buffer => btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
  const key = id => ({ type: 'public-key', id: bytes(id) });
  const TIME = 300000;                                                  // as long as the server takes an answer

  function say(form, error) {
    const place = form.querySelector('[data-passkey-problem]');
    place.textContent = error.name === 'InvalidStateError' ? place.dataset.known
      : error.name === 'NotAllowedError' || error.name === 'AbortError' ? place.dataset.none : place.dataset.failed;
    place.hidden = false;
  }
  function send(form, credential, response) {
    form.elements.passkey.value = JSON.stringify({
      id: credential.id, rawId: text(credential.rawId), type: credential.type, clientExtensionResults: {}, response
    });
    form.submit();
  }
  async function using(form, work) {
    const place = form.querySelector('[data-passkey-problem]'), buttons = form.querySelectorAll('button');
    place.hidden = true;
    buttons.forEach(b => { b.disabled = true; });
    try {
      await work();
    } catch (error) {
      say(form, error);
    } finally {
      buttons.forEach(b => { b.disabled = false; });
    }
  }

  /** What the device is to sign comes from the server, for this one time. */
  async function question(form) {
    const answer = await fetch(form.dataset.passkey, {
      method: 'POST', headers: { Accept: 'application/json' },
      body: new URLSearchParams({ 'csrf-token': form.elements['csrf-token'].value })
    });
    if (answer.status === 401) location.reload();                       // the time for it has run out: the server knows where to begin
    if (!answer.ok) throw new Error('no question: ' + answer.status);
    return answer.json();
  }
  async function use(form) {
    const asked = await question(form);
    const credential = await navigator.credentials.get({ publicKey: {
      challenge: bytes(asked.challenge), rpId: asked.host, userVerification: asked.verification, timeout: TIME,
      allowCredentials: asked.keys.map(key)
    } });
    const said = credential.response;
    send(form, credential, {
      clientDataJSON: text(said.clientDataJSON), authenticatorData: text(said.authenticatorData), signature: text(said.signature),
      userHandle: said.userHandle?.byteLength ? text(said.userHandle) : undefined
    });
  }
  async function make(form) {
    const asked = form.dataset;
    const credential = await navigator.credentials.create({ publicKey: {
      challenge: bytes(asked.challenge), timeout: TIME, attestation: 'none',
      rp: { id: asked.host, name: 'Auditorium' },
      user: { id: bytes(asked.person), name: asked.login, displayName: asked.login },
      pubKeyCredParams: [-7, -8, -257].map(alg => ({ type: 'public-key', alg })),
      authenticatorSelection: { residentKey: 'preferred', userVerification: 'preferred' },
      excludeCredentials: asked.keys.split(' ').filter(Boolean).map(key)
    } });
    const said = credential.response;
    send(form, credential, {
      clientDataJSON: text(said.clientDataJSON), attestationObject: text(said.attestationObject),
      transports: said.getTransports ? said.getTransports() : []
    });
  }

  const site = document.querySelector('[data-passkey-site]')?.dataset.passkeySite;
  if (able) {
    all('[data-passkey-unable]').forEach(note => { note.hidden = true; });
    if (site && site !== location.origin) all('[data-passkey-elsewhere]').forEach(note => { note.hidden = false; });
    if (site && site === location.origin) {
      all('form[data-passkey-site][hidden], [data-passkey-use]').forEach(part => { part.hidden = false; });
    }
  }
  for (const button of all('[data-passkey-use]')) {
    const form = button.form, secret = form.elements.current;
    button.addEventListener('click', () => { if (!secret || secret.reportValidity()) using(form, () => use(form)); });
  }
  for (const button of all('[data-passkey-make]')) {
    button.addEventListener('click', () => using(button.form, () => make(button.form)));
  }
})();
