// Thrown inside the reader when a file cannot be a list; the code is turned into one sentence outside.
'use strict';

class FileRefused extends Error {
  constructor(code) {
    super(code);
    this.code = code;
  }
}

module.exports = { FileRefused };
