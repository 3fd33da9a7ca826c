// npm run build: the production build, made anew only when something it is made from has changed.
import { build, install } from "./support/prepare.mjs";

install();
build();
