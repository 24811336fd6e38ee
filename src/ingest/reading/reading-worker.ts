import { parentPort } from 'node:worker_threads';
import { serveReading } from './serve-reading.ts';

// Only openReader starts this file.
if (parentPort !== null) serveReading(parentPort);
