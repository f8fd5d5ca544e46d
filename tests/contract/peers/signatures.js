// Prints calls as providers make them, each with whether the provider's own package takes it for signed:
//   {"calls": [{name, strategy, algorithm, secret, method, url, headers, body, valid}]}
'use strict';
const crypto = require('crypto');
const twilio = require('twilio');
const plivo = require('plivo');
const {SMS} = require('@vonage/sms');
const {verifySignature} = require('@vonage/jwt');

const calls = [];
const form = (fields) => new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [].concat(value).map((each) => [name, each]))).toString();
const formType = {'Content-Type': 'application/x-www-form-urlencoded'};

// ---- Twilio: the package signs and judges.
const twilioSecret = '12345';
function twilioCall(name, url, fields, signature) {
  calls.push({
    name: `twilio ${name}`, strategy: 'twilio', secret: twilioSecret, method: 'POST', url,
    headers: {...formType, 'X-Twilio-Signature': signature}, body: form(fields),
    valid: twilio.validateRequest(twilioSecret, signature, url, fields)});
}
const twilioFields = {
  plain: {MessageSid: 'SM1', MessageStatus: 'delivered', To: '+18005551212', From: '+14158675309'},
  hindi: {MessageSid: 'SM1', Body: 'नमस्ते 👋 & + = %', From: '+919812345678', To: '+14158675309'},
  empty: {MessageSid: 'SM1', ErrorCode: '', Body: ''},
  none: {},
  capitals: {b: '2', B: '1', a: '3', Z: '4'},
};
for (const [name, fields] of Object.entries(twilioFields)) {
  for (const url of ['https://mycompany.example/hook?foo=1&bar=2', 'https://mycompany.example:8443/hook',
    'http://127.0.0.1/hook/x%20y']) {
    const signature = twilio.getExpectedTwilioSignature(twilioSecret, url, fields);
    twilioCall(`${name} ${url}`, url, fields, signature);
    twilioCall(`${name} ${url}, field added`, url, {...fields, Extra: '1'}, signature);
    twilioCall(`${name} ${url}, address changed`, url + 'x', fields, signature);
    twilioCall(`${name} ${url}, cut`, url, fields, signature.slice(0, -2));
  }
}
const json = JSON.stringify({status: 'नमस्ते'});
for (const [name, body] of [['JSON', json], ['JSON, changed', json + ' ']]) {
  const hash = crypto.createHash('sha256').update(json, 'utf8').digest('hex');
  const url = `https://mycompany.example/hook?bodySHA256=${hash}`;
  const signature = twilio.getExpectedTwilioSignature(twilioSecret, url, {});
  calls.push({
    name: `twilio ${name}`, strategy: 'twilio', secret: twilioSecret, method: 'POST', url,
    headers: {'Content-Type': 'application/json', 'X-Twilio-Signature': signature}, body,
    valid: twilio.validateRequestWithBody(twilioSecret, signature, url, body)});
}

// A GET is signed over its address letter by letter, in whatever way it is encoded.
for (const query of ['MessageSid=S%4d1&x=%7e~%2b+*', 'Body=caf%c3%a9%20', 'a=b=c&&d']) {
  const url = `https://mycompany.example/hook?${query}`;
  const signature = twilio.getExpectedTwilioSignature(twilioSecret, url, {});
  for (const asked of [url, `${url}&`, url.replace('%4d', 'M'), url.replace('%c3', '%C3')]) {
    calls.push({
      name: `twilio GET ${query} as ${asked}`, strategy: 'twilio', secret: twilioSecret, method: 'GET', url: asked,
      headers: {'X-Twilio-Signature': signature}, body: '',
      valid: twilio.validateRequest(twilioSecret, signature, asked, {})});
  }
}

// ---- Vonage's signed reports: signed by hand, judged by the package.
const vonageSecret = 'signature-secret';
const sms = new SMS({apiKey: 'abcd1234', apiSecret: 'x'});
const hashes = {MD5HMAC: 'md5', SHA1HMAC: 'sha1', SHA256HMAC: 'sha256', SHA512HMAC: 'sha512'};
function vonageSignature(fields, algorithm) {
  const text = Object.keys(fields).sort().map((key) => `&${key}=${fields[key].replace(/[&=]/g, '_')}`).join('');
  return algorithm === 'MD5HASH' ? crypto.createHash('md5').update(text + vonageSecret).digest('hex') :
    crypto.createHmac(hashes[algorithm], vonageSecret).update(text).digest('hex');
}
const vonageFields = {
  'msisdn': '919812345678', 'to': 'Acme', 'messageId': '0A0000000123ABCD1', 'status': 'delivered',
  'err-code': '0', 'client-ref': 'a=b&c', 'text': 'नमस्ते + %', 'timestamp': '1578787200', 'nonce': 'aaaa-bbbb'};
for (const algorithm of ['MD5HASH', 'MD5HMAC', 'SHA1HMAC', 'SHA256HMAC', 'SHA512HMAC']) {
  const sig = vonageSignature(vonageFields, algorithm);
  const tries = {
    'right': {...vonageFields, sig},
    'capitals': {...vonageFields, sig: sig.toUpperCase()},
    'changed': {...vonageFields, status: 'failed', sig},
    'added': {...vonageFields, more: '1', sig},
    'cut': {...vonageFields, sig: sig.slice(1)},
  };
  for (const [name, fields] of Object.entries(tries)) {
    const valid = sms.verifySignature(fields.sig, fields, vonageSecret, algorithm);
    const common = {strategy: 'vonage_sig', algorithm, secret: vonageSecret, valid};
    const url = 'https://mycompany.example/hook';
    calls.push({...common, name: `vonage ${algorithm} ${name}, form`, method: 'POST', url, headers: formType,
      body: form(fields)});
    calls.push({...common, name: `vonage ${algorithm} ${name}, query`, method: 'GET', url: `${url}?${form(fields)}`,
      headers: {}, body: ''});
    calls.push({...common, name: `vonage ${algorithm} ${name}, JSON`, method: 'POST', url,
      headers: {'Content-Type': 'application/json'}, body: JSON.stringify(fields)});
  }
}

// ---- Vonage's tokens. The package doesn't compare the body's hash; here it is always right.
const part = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');
const report = JSON.stringify({message_uuid: 'a', status: 'delivered'});
const claims = {iat: Math.floor(Date.now() / 1000), jti: 'j', iss: 'Vonage', api_key: 'abcd1234',
  payload_hash: crypto.createHash('sha256').update(report).digest('hex')};
for (const [name, algorithm, secret] of [['right', 'HS256', vonageSecret], ['other secret', 'HS256', 'other']]) {
  const start = `${part({typ: 'JWT', alg: algorithm})}.${part(claims)}`;
  const token = `${start}.${crypto.createHmac('sha256', secret).update(start).digest('base64url')}`;
  let valid = false;
  try {
    valid = verifySignature(token, vonageSecret);
  } catch (error) {
    valid = false;
  }
  calls.push({name: `vonage token ${name}`, strategy: 'vonage_jwt', secret: vonageSecret, method: 'POST',
    url: 'https://mycompany.example/hook', valid: Boolean(valid), body: report,
    headers: {'Content-Type': 'application/json', 'Authorization': `Bearer ${token}`}});
}

// ---- Plivo: signed by hand, judged by the package.
const plivoSecret = 'plivo-token';
const sorted = (fields) => Object.keys(fields).sort();
function plivoSignature(url, fields, nonce) {
  const [base, query] = url.split('?');
  const asked = Object.fromEntries(new URLSearchParams(query || ''));
  const queryText = sorted(asked).map((key) => `${key}=${asked[key]}`).join('&');
  const fieldText = sorted(fields).map((key) => key + fields[key]).join('');
  let text = base;
  if (queryText || fieldText) text += '?' + queryText;
  if (queryText && fieldText) text += '.';
  return crypto.createHmac('sha256', plivoSecret).update(`${text}${fieldText}.${nonce}`).digest('base64');
}
for (const url of ['https://mycompany.example/hook', 'https://mycompany.example/hook/x?foo=1&bar=2',
  'https://mycompany.example:8443/hook?a=1']) {
  const fields = {MessageUUID: 'db3c', Status: 'delivered', To: '+919812345678', ErrorCode: '000'};
  const nonce = '05429567804466091622';
  const signature = plivoSignature(url, fields, nonce);
  for (const [name, sent, asked, given] of [['right', fields, nonce, signature], ['nonce', fields, '1', signature],
    ['changed', {...fields, Status: 'failed'}, nonce, signature], ['cut', fields, nonce, signature.slice(1)],
    ['two', fields, nonce, `abc,${signature}`]]) {
    calls.push({
      name: `plivo ${name} ${url}`, strategy: 'plivo_v3', secret: plivoSecret, method: 'POST', url, body: form(sent),
      headers: {...formType, 'X-Plivo-Signature-V3': given, 'X-Plivo-Signature-V3-Nonce': asked},
      valid: plivo.validateV3Signature('POST', url, asked, plivoSecret, given, {...sent})});
  }
}

console.log(JSON.stringify({calls}));
