/** A small grammar of HCL, enough to colour it: text to tokens, line by line. Without VS Code. */

export const KINDS = ["comment", "string", "keyword", "number", "property", "function", "variable", "type"] as const;
export type Kind = (typeof KINDS)[number];

/** A stretch of one line. */
export interface Token {
  readonly line: number;
  readonly start: number;
  readonly length: number;
  readonly kind: Kind;
}

const CONSTANTS = new Set(["true", "false", "null"]);
const CLAUSES = new Set(["for", "in", "if", "else", "endif", "endfor"]);
const TYPES = new Set(["string", "number", "bool", "any", "list", "map", "set", "object", "tuple"]);

const SPACE = /[^\S\n]+/y;
const COMMENT = /(?:#|\/\/)[^\n]*|\/\*[^]*?(?:\*\/|$)/y;
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const NAME = /[\p{L}_][\p{L}\p{N}_-]*/uy;
const HEREDOC = /<<-?([\p{L}_][\p{L}\p{N}_-]*)[^\n]*\n/uy;
const BLOCK = /(?=[^\S\n]*(?:[\p{L}_"][^={}\n]*)?\{[^\n]*$)/muy;
const ASSIGNED = /(?=\s*=(?![=>]))/y;
const CALLED = /(?=\()/y;
const FOLLOWED = /(?=[.[])/y;
const OPENS = /[$%]\{/y;

/** The tokens of a text; never fails, whatever state the text is in. */
export function tokens(text: string): Token[] {
  return new Lexer(text).tokens();
}

class Lexer {
  private readonly found: Token[] = [];
  private at = 0;
  private line = 0;
  private lineStart = 0;

  constructor(private readonly text: string) {}

  tokens(): Token[] {
    this.code(false);
    return this.found;
  }

  /** Code to the end of the text, or to the brace that closes a template's `${`. */
  private code(inTemplate: boolean): void {
    let depth = 0;
    let first = !inTemplate; // nothing but space before this on its line
    while (this.at < this.text.length) {
      const char = this.text[this.at];
      if (char === "\n") {
        this.pass(1);
        first = true;
      } else if (this.matches(SPACE)) {
        this.pass(this.matches(SPACE));
      } else if (inTemplate && char === "}" && depth === 0) {
        return;
      } else {
        depth += char === "{" ? 1 : char === "}" ? -1 : 0;
        this.piece(first);
        first = char === "{";
      }
    }
  }

  private piece(first: boolean): void {
    const heredoc = this.matches(HEREDOC);
    if (this.matches(COMMENT)) {
      this.emit("comment", this.matches(COMMENT));
    } else if (this.text[this.at] === '"') {
      this.quoted();
    } else if (heredoc) {
      this.heredoc(heredoc);
    } else if (this.matches(NUMBER)) {
      this.emit("number", this.matches(NUMBER));
    } else if (this.matches(NAME)) {
      this.name(this.matches(NAME), first);
    } else {
      this.pass(1);
    }
  }

  private name(length: number, first: boolean): void {
    const word = this.text.slice(this.at, this.at + length);
    const before = this.text[this.at - 1];
    const after = (pattern: RegExp): boolean => this.looksAt(pattern, this.at + length);
    if (before === ".") {
      this.pass(length);
    } else if (first && after(BLOCK)) {
      this.emit("keyword", length);
    } else if (after(CALLED)) {
      this.emit(TYPES.has(word) ? "type" : "function", length);
    } else if (after(ASSIGNED)) {
      this.emit("property", length);
    } else if (CONSTANTS.has(word) || CLAUSES.has(word)) {
      this.emit("keyword", length);
    } else if (TYPES.has(word)) {
      this.emit("type", length);
    } else if (after(FOLLOWED)) {
      this.emit("variable", length);
    } else {
      this.pass(length);
    }
  }

  private quoted(): void {
    let start = this.at;
    this.at += 1;
    while (this.at < this.text.length && this.text[this.at] !== "\n") {
      const char = this.text[this.at];
      if (char === '"') {
        this.at += 1;
        break;
      }
      if (char === "\\" || this.text.startsWith("$${", this.at) || this.text.startsWith("%%{", this.at)) {
        this.at += char === "\\" ? 2 : 3;
      } else if (this.looksAt(OPENS, this.at)) {
        this.put("string", start, this.at);
        start = this.template();
      } else {
        this.at += 1;
      }
    }
    this.at = Math.min(this.at, this.text.length);
    this.put("string", start, this.at);
  }

  /** Pass `${ ... }`; where the text goes on behind it. */
  private template(): number {
    this.at += 2;
    this.code(true);
    this.at += this.text[this.at] === "}" ? 1 : 0;
    return this.at;
  }

  private heredoc(opening: number): void {
    const word = /<<-?(.*)/.exec(this.text.slice(this.at, this.at + opening))?.[1]?.trim() ?? "";
    this.emit("keyword", opening - 1);
    this.pass(1);
    while (this.at < this.text.length) {
      const end = this.endOfLine();
      const closes = this.text.slice(this.at, end).trim() === word;
      this.emit(closes ? "keyword" : "string", end - this.at);
      if (closes) {
        return;
      }
      this.pass(1);
    }
  }

  private endOfLine(): number {
    const end = this.text.indexOf("\n", this.at);
    return end < 0 ? this.text.length : end;
  }

  private matches(pattern: RegExp): number {
    pattern.lastIndex = this.at;
    return pattern.exec(this.text)?.[0].length ?? 0;
  }

  private looksAt(pattern: RegExp, at: number): boolean {
    pattern.lastIndex = at;
    return pattern.test(this.text);
  }

  private emit(kind: Kind, length: number): void {
    const end = this.at + length;
    while (this.at < end) {
      const stop = Math.min(end, this.endOfLine());
      this.put(kind, this.at, stop);
      this.at = stop;
      if (this.at < end) {
        this.pass(1);
      }
    }
  }

  private put(kind: Kind, start: number, end: number): void {
    if (end > start) {
      this.found.push({ line: this.line, start: start - this.lineStart, length: end - start, kind });
    }
  }

  /** Go on by so many characters. */
  private pass(count: number): void {
    for (let index = 0; index < count && this.at < this.text.length; index += 1) {
      this.at += 1;
      if (this.text[this.at - 1] === "\n") {
        this.line += 1;
        this.lineStart = this.at;
      }
    }
  }
}
