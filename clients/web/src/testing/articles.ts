// The articles of all languages that have some, and what they may call otherwise, which come with their words: for tests and
// the gallery.
import { holdArticles } from "../i18n/articles";
import { articles as spanish } from "../i18n/articles/es";
import { articles as french } from "../i18n/articles/fr";
import { holdWording } from "../i18n/wording";
import otherwise from "../i18n/wording/es.json";

holdArticles("fr", french);
holdArticles("es", spanish);
holdWording("es", otherwise);
