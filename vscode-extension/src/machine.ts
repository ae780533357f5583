/** The computer that this runs on. */

import { execFile } from "node:child_process";
import { statSync } from "node:fs";
import { homedir } from "node:os";

import type { Machine, Ran } from "./finding";

const PATIENCE = 20_000; // milliseconds that a program may take to say whether it can serve

export const thisMachine: Machine = {
  platform: process.platform,
  home: homedir(),
  environment: process.env,

  isFile(file: string): boolean {
    try {
      return statSync(file).isFile();
    } catch {
      return false;
    }
  },

  /** Run a program to its end, never through a shell. */
  run(command: string, parameters: readonly string[]): Promise<Ran> {
    return new Promise((resolve) => {
      execFile(command, [...parameters], { timeout: PATIENCE, windowsHide: true }, (error, stdout, stderr) => {
        const code = error === null ? 0 : typeof error.code === "number" ? error.code : undefined;
        resolve({ code, stdout, stderr: stderr || (error?.message ?? "") });
      });
    });
  },
};
