// Loaded into a process and its threads before anything else (`--require`): every try to reach the network is written down, and fails.
const { appendFileSync } = require('node:fs');
const net = require('node:net');
const dns = require('node:dns');
const dgram = require('node:dgram');

const refuse =
  (what) =>
  (...given) => {
    appendFileSync(process.env.NETWORK_TRIES, `${what} ${JSON.stringify(given.find((one) => typeof one !== 'function') ?? null)}\n`);
    throw new Error('There is no network.');
  };
net.Socket.prototype.connect = refuse('connect');
for (const name of Object.keys(dns)) if (/^(?:lookup|resolve)/.test(name)) dns[name] = refuse(name);
for (const name of Object.keys(dns.promises)) if (/^(?:lookup|resolve)/.test(name)) dns.promises[name] = refuse(name);
dgram.Socket.prototype.send = refuse('send');
globalThis.fetch = refuse('fetch');
