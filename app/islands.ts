// The whole script of a page that is not hydrated: wakes what is on the page, and fetches only that.
import { enhance } from "./ui/enhance.client.ts";

enhance();
