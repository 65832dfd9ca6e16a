/* A phone in a room: what is read, what is asked, and what became of one's own vote. */
(function () {
  "use strict";

  var say = Room.say, make = Room.make, fill = Room.fill, same = Room.same, label = Room.label;
  var root = document.getElementById("room"), live = document.getElementById("live");
  var code = root.getAttribute("data-code"), path = "/r/" + code;
  var state = null, connected = false, tell = null, lead = "";
  /* What was tapped and is not known to be kept yet; the last tap counts. */
  var sending = null, refused = "", step_seen = "";

  var places = {};
  ["head", "trouble", "scene", "ask", "lead", "foot"].forEach(function (name) {
    places[name] = make(name === "head" ? "header" : "section", { id: name });
  });

  function begin() {
    Room.request("POST", path + "/enter", "{}", function (status) {
      if (status === 200) {
        while (root.firstChild) { root.removeChild(root.firstChild); }
        for (var name in places) { root.appendChild(places[name]); }
        tell = Room.connect(path, hear, function (now) { connected = now; trouble(); resend(now); });
      } else if (status === 404 || status === 423) {
        root.textContent = say(status === 404 ? "gone" : "locked");
      } else {
        setTimeout(begin, 1500);
      }
    });
  }

  function hear(message) {
    if (message.type === "State") { state = message; settle(); show(); }
    else if (message.type === "Kept") { kept(message); }
    else if (message.type === "Refused") { turnedDown(message); }
    else if (message.type === "LeadWords") { lead = message.words; show(); }
  }

  function kept(message) {
    if (sending && sending.round === message.round && same(sending.answer, message.answer)) { sending = null; }
    refused = "";
    announce(say("kept"));
    show();
  }

  function turnedDown(message) {
    if (sending && (!message.round || message.round === sending.round)) { sending = null; }
    refused = message.why;
    announce(say(known(message.why)));
    show();
  }

  function known(why) { return { "closed": "late", "too-fast": "too-fast", "not-yours": "not-yours" }[why] || "not-done"; }

  /* What the state says is kept is kept, also when its answer was lost on the way. */
  function settle() {
    var vote = state.mine && state.mine.vote;
    if (sending && vote && same(vote.answer, sending.answer) && vote.called === sending.called) { sending = null; }
    if (sending && (state.view.step !== "voting" || state.view.ballot.number !== sending.round)) {
      sending = null;
      refused = "closed";
    }
  }

  function resend(now) { if (now && sending && tell) { tell(sending); } }

  function announce(text) { if (live.textContent !== text) { live.textContent = text; } }

  function trouble() {
    fill(places.trouble, [connected, !!state], function () {
      return connected ? [] : [make("p", { "class": "wrong", role: "alert" }, [say(state ? "offline" : "connecting")])];
    });
  }

  function show() {
    var view = state.view;
    if (view.step !== "voting") { announce(""); }
    fill(places.head, [view.scene && view.scene.title, view.here, view.what_if], function () {
      return [make("h1", {}, [view.scene ? view.scene.title : document.title]),
        make("p", { "class": "soft" }, [say("here", { n: view.here }) + (view.what_if ? " · " + say("what-if") : "")])];
    });
    if (fill(places.scene, [view.scene, view.happened, view.rules, view.other_side, view.step === "lobby", view.step === "over"], scene) && view.step !== "voting") {
      window.scrollTo(0, 0);
    }
    fill(places.ask, [view.step, view.ballot, view.reveal, view.discuss, view.quoted, state.mine, sending, refused],
      ask);
    if (view.step === "revealed" && step_seen !== "revealed") { places.ask.scrollIntoView(); }
    step_seen = view.step;
    fill(places.lead, [state.notes, state.whys, view.step, view.number, view.voted, view.here,
      state.notes && state.notes.minutes && view.step === "talking" ? left(state.notes.minutes, view.number) : ""], leading);
    fill(places.foot, [lead, state.mine && state.mine.leads, view.step === "over" || view.step === "ended"], foot);
  }

  function scene() {
    var view = state.view, now = view.scene, found = [];
    if (view.step === "over") { return [make("p", {}, [say("over")])]; }
    if (!now) { return [make("p", {}, [say("lobby")]), whoSees()]; }
    if (view.happened.length) {
      view.happened.forEach(function (each, at) { found = found.concat(Room.chose(view, at), told(each)); });
      return found.concat(Room.rules(view), Room.otherSide(view));
    }
    now.arrives.forEach(function (each) {
      found.push(make("blockquote", {}, [make("p", { "class": "soft" }, [each.sender || say("medium." + each.medium)])]
        .concat(Room.prose(each.text || say("silence")))));
    });
    found = found.concat(Room.prose(now.text));
    if (now.facts.length) {
      found.push(make("details", {}, [make("summary", {}, [say("know")]),
        make("ul", {}, now.facts.map(function (each) { return make("li", {}, [each.fact]); }))]));
    }
    if (now.ending) { found.push(make("p", { "class": "lands " + now.ending }, [say("ends", { side: say("side." + now.ending) })])); }
    if (view.other_side.length) {
      found.push(make("details", {}, [make("summary", {}, [say("others")])].concat(Room.otherSide(view))));
    }
    return found;
  }

  function told(each) {
    var found = Room.prose(each.happens);
    each.arrives.forEach(function (message) { found.push(make("blockquote", {}, Room.prose(message.text))); });
    if (each.because) { found.push(make("p", { "class": "because" }, [each.because])); }
    return found;
  }

  function ask() {
    var view = state.view, ballot = view.ballot, found = [];
    if (view.step === "reading" && ballot) { found.push(make("p", { "class": "soft" }, [say("reading")]), asked(ballot), options(ballot, false)); }
    if (view.step === "voting" && ballot) { found = voting(ballot); }
    if (view.step === "closed") { found.push(make("p", {}, [say("closed")]), mine(ballot)); }
    if (view.step === "talking") {
      found.push(make("p", { "class": "strong" }, [say("talk")]));
      view.discuss.forEach(function (each) { found.push(make("p", {}, [each])); });
      found.push(mine(ballot));
    }
    if (view.step === "revealed" && view.reveal) { found = reveal(view.reveal, ballot); }
    if (view.quoted) { found.push(make("blockquote", {}, [make("p", {}, [view.quoted])])); }
    if (refused) { found.unshift(make("p", { "class": "wrong" }, [say(known(refused))])); }
    return found;
  }

  /* What the author asks of a statement to sort. */
  function asked(ballot) { return ballot.asks ? make("p", { "class": "strong" }, [ballot.asks]) : null; }

  function voting(ballot) {
    var vote = sending || (state.mine && state.mine.vote), before = state.mine && state.mine.before;
    var found = [asked(ballot) || make("p", { "class": "strong" }, [say(ballot.nth > 1 ? "vote-again" : "vote")])];
    if (before) { found.push(make("p", { "class": "soft" }, [say("before", { said: label(ballot, before.answer) })])); }
    found.push(options(ballot, true, vote));
    if (vote && vote.answer.length && !ballot.options[0].side) { found.push(calling(ballot, vote)); }
    found.push(make("p", { "class": sending ? "soft" : "kept" }, [sending ? say("sending") : vote ? say("kept") : ""]));
    if (vote && !sending) { found.push(why(ballot, vote)); }
    return found;
  }

  function options(ballot, open, vote) {
    var all = ballot.options.map(function (each) {
      return option(ballot, each.answer, label(ballot, each.answer), open, vote);
    });
    if (open) { all.push(option(ballot, [], say("pass"), true, vote, "pass")); }
    return make("div", { "class": "options", role: "group" }, all);
  }

  function option(ballot, answer, text, open, vote, more) {
    var chosen = !!vote && same(vote.answer, answer);
    if (!open) { return make("p", { "class": "option" }, [text]); }
    return make("button", {
      type: "button", "class": "option " + (more || "") + (chosen ? " chosen" : ""), "aria-pressed": chosen ? "true" : "false",
      onclick: function () { cast(ballot.number, answer, chosen && vote ? vote.called : null); }
    }, [chosen ? make("span", { "class": "mark", "aria-hidden": "true" }, ["● "]) : null, text]);
  }

  function calling(ballot, vote) {
    return make("div", { "class": "called", role: "group", "aria-label": say("called") }, [make("p", {}, [say("called")])].concat(
      ["under", "right", "over"].map(function (side) {
        var chosen = vote.called === side;
        return make("button", {
          type: "button", "class": side + (chosen ? " chosen" : ""), "aria-pressed": chosen ? "true" : "false",
          onclick: function () { cast(ballot.number, vote.answer, side); }
        }, [say("side." + side)]);
      })));
  }

  function why(ballot, vote) {
    var field = make("input", { id: "why", maxlength: "280", autocomplete: "off" });
    return make("form", {
      "class": "why", onsubmit: function () {
        if (field.value.trim()) { cast(ballot.number, vote.answer, vote.called, field.value); }
        return false;
      }
    }, [make("label", { "for": "why" }, [say("why")]), field, make("button", { type: "submit" }, [say("save")])]);
  }

  function cast(round, answer, called, line) {
    sending = { type: "Cast", round: round, answer: answer, called: called, why: line || "" };
    refused = "";
    tell(sending);
    show();
    var focused = root.querySelector("button.chosen");
    if (focused) { focused.focus(); }
  }

  function mine(ballot) {
    var vote = state.mine && state.mine.vote;
    return vote && ballot ? make("p", { "class": "soft" }, [say("yours", { said: label(ballot, vote.answer) })]) : null;
  }

  function reveal(shown, ballot) {
    var found = [], sides = {}, vote = state.mine && state.mine.vote;
    shown.landings.forEach(function (each, i) {
      var count = shown.counts.length ? shown.counts[i] : null;
      if (count !== null && !each.off_the_line) { sides[each.side] = (sides[each.side] || 0) + count; }
      found.push(make("div", { "class": "landing" + (vote && same(vote.answer, each.answer) ? " chosen" : "") }, [
        make("p", {}, [label(ballot, each.answer)]),
        make("p", { "class": Room.colored(each) }, [
          Room.lands(each) + (count === null ? "" : " · " + say("votes", { n: count }))]),
        make("p", { "class": "because" }, [each.because])
      ]));
    });
    found.unshift(shown.counts.length ? (sides.under || sides.right || sides.over ? Room.line(sides) : null) : make("p", { "class": "soft" }, [shown.voters ? say("few") : ""]));
    return found.concat(Room.handsAlone(shown), Room.moved(shown, ballot));
  }

  function whoSees() { return make("p", { "class": "soft" }, [say("who-sees")]); }

  /* For the facilitator's own phone. */
  function leading() {
    var notes = state.notes, view = state.view, found = [];
    if (!notes) { return []; }
    found.push(make("h2", {}, [say("leading")]), make("p", {}, [say("voted", { n: view.voted, here: Math.max(view.here, view.voted) })]));
    if (notes.hint) { found.push(make("p", { "class": "strong" }, [say("hint-" + notes.hint)])); }
    if (notes.minutes && view.step === "talking") { found.push(make("p", { "class": "soft" }, [left(notes.minutes, view.number)])); }
    if (notes.on) { found.push(step(say("do-" + notes.on.type), notes.on, "strong")); }
    if (view.step === "lobby" || view.step === "ended") {
      state.scenarios.forEach(function (each) {
        found.push(step(each.title, { type: "Began", scenario: each.id, seed: 0 }));
      });
    }
    notes.discuss.forEach(function (each) { found.push(make("p", {}, [each])); });
    notes.key.forEach(function (each) {
      found.push(make("p", { "class": Room.colored(each) }, [called(each) + " " + Room.lands(each)]),
        make("p", { "class": "because" }, [each.because]));
    });
    state.whys.forEach(function (each) { found.push(step(say("show-why", { text: each.text }), { type: "Quoted", why: each.text }, "small")); });
    if (view.step === "revealed") {
      notes.key.forEach(function (each) { found.push(step(say("go", { said: called(each) }), { type: "Chose", answers: [each.answer] }, "small")); });
    }
    (AT[view.step] || []).forEach(function (each) {
      if (!notes.on || notes.on.type !== each) { found.push(step(say("do-" + each), { type: each }, "small")); }
    });
    return found;
  }

  /* An option of the key as everybody calls it: by its letter, and by its side where there is one. */
  function called(each) { return state.view.ballot ? label(state.view.ballot, each.answer) : each.said; }

  /* What else may be done at each step, beside what leads on. */
  var AT = {
    reading: ["Opened", "Talked", "Revealed", "Back"], voting: ["Closed", "Voided", "Back"],
    closed: ["Talked", "Opened", "Revealed", "Voided", "Back"], talking: ["Opened", "Revealed", "Back"],
    revealed: ["Opened", "Voided", "Back"], shown: ["Back"], ended: ["Back"]
  };

  /* Minutes left to talk, counted from when this phone first heard of it. */
  var talk = { number: 0, since: 0 };

  function left(minutes, number) {
    if (talk.number !== number) { talk = { number: number, since: Date.now() }; }
    return say("minutes-left", { n: Math.max(0, Math.ceil(minutes - (Date.now() - talk.since) / 60000)) });
  }

  /* What everybody sees at once, or what throws votes out, is asked once more. */
  var SURE = { Revealed: true, Voided: true, Quoted: true, Chose: true };

  function step(text, event, more) {
    return make("button", {
      type: "button", "class": "step " + (more || ""),
      onclick: function () {
        var asks = SURE[event.type] && !(event.type === "Chose" && state.view.step === "revealed");
        if (!asks || this.getAttribute("data-sure")) { tell({ type: "Do", seen: state.view.number, event: event }); return; }
        this.setAttribute("data-sure", "yes");
        this.textContent = say("sure", { what: text });
      }
    }, [text]);
  }

  function foot() {
    if (state.view.step === "over" || state.view.step === "ended") { return [make("p", {}, [make("a", { href: path + "/mine" }, [say("takeaway")])])]; }
    if (state.mine && state.mine.leads) { return []; }
    return [lead ? make("p", { "class": "strong", id: "words-shown" }, [say("lead-words", { words: lead })]) : make("button", {
      type: "button", "class": "small", onclick: function () { tell({ type: "AskToLead" }); }
    }, [say("ask-to-lead")])];
  }

  setInterval(function () { if (state && state.notes && state.view.step === "talking") { show(); } }, 5000);
  begin();
}());
