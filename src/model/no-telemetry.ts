/**
 * onnxruntime 1.30 makes an id of the device and sends usage to Microsoft unless this variable is set before its library is loaded. Readout asks
 * nobody anything, so it is set by whoever may load the library, in the main thread: a worker thread's environment is only a copy, which the
 * library does not see.
 */
process.env.ORT_DISABLE_TELEMETRY = '1';
