// Whether the program in this container answers: exit 0 or 1, for Docker.
const url = process.env.READOUT_HEALTH ?? 'http://127.0.0.1:9100/healthz';
try {
  const { ok, status } = await fetch(url, { signal: AbortSignal.timeout(4000) });
  if (!ok) throw new Error(`${url} answers ${status}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
