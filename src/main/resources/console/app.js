// @ts-check
import "./parts/app-shell.js";
