import { spawn } from 'node:child_process';

/**
 * Runs a program to its end, without a shell, and keeps what it said.
 * Never rejects: a program that cannot be started has status -1.
 */
export function run(program, args, options = {}) {
  return new Promise((done) => {
    const child = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'], ...options });
    const chunks = [];
    child.stdout.on('data', (chunk) => chunks.push(chunk));
    child.stderr.on('data', (chunk) => chunks.push(chunk));
    child.on('error', (error) => done({ status: -1, output: error.message }));
    child.on('close', (status, signal) => {
      const output = Buffer.concat(chunks).toString('utf8');
      done({ status: status ?? 1, output: signal ? `${output}\nended by ${signal}` : output });
    });
  });
}
