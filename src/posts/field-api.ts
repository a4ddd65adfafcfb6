// The contract between the phone's script (views/assets/js/field*.js) and the server: one form, sent whole by the browser
// or piece by piece by the script, under the same names.
//
// ADDRESSES (base path before each: <html data-base>)
//   GET  /m                           today: a card for each contract
//   GET  /m/report?contract=&on=&point=   the form of a day (`on` and `point` may be left out)
//   GET  /m/point?id=                 from the label of a photo point to the form of today
//   GET  /m/posts/:id                 what was sent, and how it stands
//   GET  /m/history?contract=         the posts of a contract
//   GET  /m/outbox                    the shell the script fills from IndexedDB
//   GET  /m/enter?i=<secret>          PIN of an invitation; without `i` that of the invitation this phone came by before
//   GET  /m/session                   JSON SessionAnswer: a fresh form token, the server's clock, the contracts; 401 SignInAnswer
//   GET  /m/sw.js                     field-worker.js behind one line `self.FIELD = { base, shell };` (the base path, the addresses of the
//                                     assets); Service-Worker-Allowed: <base>/m
//   GET  /m/findings/:id · POST /m/findings/:id/mendings   something to be mended, as a plain form
//   GET  /m/photos/:id/:size          a photo of a post (480.webp … 1600.jpg) as the page links it
//   POST /m/photos                    one photo, multipart, JSON
//   POST /m/posts                     a post; JSON where the request says `accept: application/json`, else 303 or the page again
//
// POST /m/photos: _csrf · uuid (of the photo, made by the phone) · contractId · takenAt? (ISO instant or 'YYYY-MM-DDTHH:mm:ss' by
//   the camera's clock, read before the photo is shrunk) · pointId? · photo (the file).
//   201 PhotoAnswer kept · 200 PhotoAnswer repeat · 422 RefusedAnswer. A photo is kept before its post comes, and also where none comes.
// POST /m/posts (multipart or urlencoded): _csrf · uuid (of the post) · contractId · workedOn 'YYYY-MM-DD' ·
//   kind work | stopped | same (「同昨天」: values and crew are those of the last working day; a changed value is refused) ·
//   value.<itemId> as typed ('65', '12.5'; % or unit of the item) · was.<itemId> what stood there when the form was opened (a value
//   equal to it is not told) · reason.<itemId>? · workers? · weather? · holdups* · effects* · sentence? ·
//   corrects? (id of the post the form was opened on) · correctionReason? ·
//   keep* (ids of photos of that post which stay) · sent* (uuids of photos sent before) · photos (files; only without script) ·
//   photosKept* (seals; only without script) · pointId? (the photo point of `photos`).
//   An unknown field is a 400. The order is: photos first, then the post that names them in `sent`.
//   201 PostAnswer sent · 200 PostAnswer repeat (the same uuid with the same words) · 409 MissingPhotosAnswer (send these photos
//   again, then the post) · 422 RefusedAnswer (keep it, show the sentences, let it be edited under the SAME uuid) ·
//   422 with code 'works.post-altered': the uuid is kept already with other words; send again under a new uuid with corrects = of.
// ANY JSON ROUTE: 401 SignInAnswer (keep everything, show its sentence with its link) · 403 StaleTokenAnswer (fetch /m/session,
//   send again with its csrf) · 404, 413, 5xx ErrorAnswer (5xx, 404 of a proxy and no answer at all: keep and try later).
//   Nothing on the phone is deleted before 200 or 201.
//
// HTML the script hooks on (classes after the prototype: fh net shots cam work stp chips act; everything for the script alone is
// printed `hidden`, and the script takes the attribute away):
//   html[data-base] · body[data-page=today|report|post|history|outbox|enter] · p.net[data-net][hidden] > span[data-net-text]
//   a[data-outbox-link][hidden] > b[data-outbox-count]           on every page, how many wait
//   p[data-save-line][role=status]                               「17:21 已自动保存」
//   form[data-report][data-contract][data-contract-name][data-compound][data-today][data-now=ISO instant of the
//     server][data-opened-on=<key of the draft: contract.day, or contract.day.corrects>]
//   input[name=workedOn] radios (today and earlier days)         [data-day]
//   ul.shots[data-photos] > li > label.cam > input[type=file][name=photos][data-camera]
//   li[data-photo=<uuid or id>] > img + span.state (ok | bad)    each photo; those of the server have input[name=keep] or [name=photosKept]
//   small[data-photo-count][data-wished=3][data-most=9]
//   li[data-item=<id>][data-name][data-measure=quantity|share][data-unit][data-whole] holding
//     input[name="value.<id>"][data-value] · input[type=hidden][name="was.<id>"] · button[data-by="-1"|"1"][hidden] ·
//     [data-quick][hidden] > button[data-add="5"|"10"] + button[data-full] · details[data-fell] > input[name="reason.<id>"]
//     (data-whole and the value are in the unit as it is typed, '30' for 30 组, '100' for a share)
//   li[data-crew] > input[name=workers][data-value], its buttons as above
//   fieldset.chips > label > input + span                        weather, holdups, effects
//   button[name=kind][value=work][data-send] · button[name=kind][value=same][data-send] · button[name=kind][value=stopped][data-send]
//   [data-mend] the summary of what is to be mended; the script may fill an empty one [data-mend][hidden] > ul
//   outbox: ol[data-outbox] (empty) · template[data-outbox-row] > li with [data-what] [data-state] [data-photos-state]
//     button[data-retry] a[data-edit] ul[data-blockers] · p[data-outbox-empty][hidden]
// Assets: field.css, idb-keyval.js, field.js, field-worker.js. The item list of a form is its rows; there is no other list.

/** A fresh form token after signing in again, and the contracts the phone may post to; `now` is the server's instant. */
export interface SessionAnswer {
  csrf: string;
  now: string;
  /** Who is on this phone, the same for nobody else: pages it keeps for opening without network are theirs alone. */
  who: string;
  contracts: { id: number }[];
}

/** Signed in no more: where to sign in, and what is said. */
export interface SignInAnswer {
  signIn: string;
  text: string;
}

/** The form token is not that of this session. */
export interface StaleTokenAnswer {
  staleToken: true;
  text: string;
}

/** A photo that is kept now, or was before. */
export interface PhotoAnswer {
  state: 'kept' | 'repeat';
  uuid: string;
}

/** A post that is kept now, or was before; `link` is its page. */
export interface PostAnswer {
  state: 'sent' | 'repeat';
  uuid: string;
  id: number;
  link: string;
  /** What is said along with it; stops nothing. */
  warnings: string[];
}

/** Photos the post names and the server does not have. */
export interface MissingPhotosAnswer {
  missingPhotos: string[];
  blockers: string[];
}

/** Refused: every reason as a sentence; `codes` in the same order; `of` is the kept post an altered one repeats. */
export interface RefusedAnswer {
  blockers: string[];
  codes: string[];
  of?: number;
}

/** Anything else that went wrong, with the number to name when asking. */
export interface ErrorAnswer {
  text: string;
  reference: string;
}
