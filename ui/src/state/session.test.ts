import { describe, expect, it } from "vitest";
import { Refusal } from "../ipc/boundary";
import { fake } from "../ipc/fake";
import { items, OPENING, OVERVIEW } from "../ipc/fixtures/folder";
import { Session } from "./session.svelte";
import { timeLeft } from "./timeLeft";

describe("Session", () => {
  it("follows a folder from its beginning to its end", () => {
    const boundary = fake();
    const session = new Session(boundary);
    boundary.tell("openingStarted", { name: "Lake Mirren" });
    expect(session.phase).toBe("opening");
    for (const progress of OPENING) boundary.tell("opening", progress);
    boundary.tell("found", items(38).slice(0, 5));
    expect(session.reached.reading?.done).toBe(1282);
    expect(session.foundCount).toBe(5);
    boundary.tell("opened", OVERVIEW);
    expect(session.phase).toBe("open");
    expect(session.overview?.utterances).toBe(38);
  });

  it("shows what there is of a folder, and the rest when it comes", () => {
    const boundary = fake();
    const came: string[] = [];
    const session = new Session(
      boundary,
      () => came.push("begun"),
      (overview) => came.push(`${overview.utterances}`),
    );
    boundary.tell("openingStarted", { name: "Lake Mirren" });
    session.enter();
    expect(session.phase).toBe("opening");
    boundary.tell("found", items(38).slice(0, 5));
    boundary.tell("soFar", { ...OVERVIEW, utterances: 5 });
    expect(session.shownCount).toBe(5);
    expect(session.phase).toBe("opening");
    session.enter();
    expect(session.phase).toBe("open");
    expect(session.underway).toBe(true);
    boundary.tell("soFar", { ...OVERVIEW, utterances: 20 });
    boundary.tell("opened", OVERVIEW);
    expect(session.underway).toBe(false);
    expect(came).toEqual(["begun", "20", "38"]);
  });

  it("begins a folder once, though its end is told twice", () => {
    const boundary = fake();
    let begun = 0;
    const session = new Session(boundary, () => begun++);
    boundary.tell("openingStarted", { name: "Lake Mirren" });
    boundary.tell("opened", OVERVIEW);
    boundary.tell("opened", OVERVIEW);
    expect(session.phase).toBe("open");
    expect(begun).toBe(1);
  });

  it("forgets what was found when another folder begins", () => {
    const boundary = fake();
    const session = new Session(boundary);
    boundary.tell("openingStarted", { name: "One" });
    boundary.tell("found", items(5));
    boundary.tell("openingStarted", { name: "Two" });
    expect(session.found).toEqual([]);
    expect(session.foundCount).toBe(0);
  });

  it("shows what is being read, even where another folder is open", async () => {
    const boundary = fake("scene=opening");
    boundary.overview = async () => OVERVIEW;
    const session = new Session(boundary);
    await session.load();
    expect(session.phase).toBe("opening");
    expect(session.overview?.name).toBe("Lake Mirren");
  });

  it("believes an event more than an answer that was asked for before it", async () => {
    const boundary = fake("scene=opening");
    const session = new Session(boundary);
    boundary.overview = async () => {
      boundary.tell("opened", { ...OVERVIEW, name: "Done meanwhile" });
      return null;
    };
    await session.load();
    expect(session.phase).toBe("open");
    expect(session.name).toBe("Done meanwhile");
  });

  it("shows no more lines than the window holds, and counts all", () => {
    const boundary = fake();
    const session = new Session(boundary);
    boundary.tell("openingStarted", { name: "One" });
    boundary.tell("found", items(1000));
    expect(session.foundCount).toBe(1000);
    expect(session.found.length).toBeLessThan(100);
  });

  it("takes up a folder that is being read when the page is loaded", async () => {
    const session = new Session(fake("scene=opening"));
    await session.load();
    expect(session.phase).toBe("opening");
    expect(session.found.length).toBeGreaterThan(0);
  });

  it("tells a failure that came before the page", async () => {
    const session = new Session(fake("scene=failed"));
    await session.load();
    expect(session.phase).toBe("start");
    expect(session.failed?.code).toBe("folder_forbidden");
  });

  it("names the recent folder that is gone, and lets it be taken off the list", async () => {
    const session = new Session(fake("scene=start"));
    await session.load();
    const gone = session.recents.find((recent) => recent.missing)!;
    await session.openRecent(gone);
    expect(session.failed).toMatchObject({
      code: "folder_missing",
      name: gone.name,
      recent: gone.id,
    });
    await session.forget(gone.id);
    expect(session.failed).toBeNull();
    expect(session.recents).not.toContain(gone);
  });

  it("keeps the folder that was open when the next cannot be opened", async () => {
    const boundary = fake("scene=open");
    const session = new Session(boundary);
    await session.load();
    boundary.tell("openingStarted", { name: "Other" });
    boundary.tell("openingFailed", new Refusal("folder_forbidden", "no"));
    expect(session.phase).toBe("open");
    expect(session.failed?.code).toBe("folder_forbidden");
    expect(session.overview?.name).toBe("Lake Mirren");
  });

  it("keeps what is done when it is stopped", async () => {
    const session = new Session(fake("scene=opening"));
    await session.load();
    await session.stop();
    expect(session.phase).toBe("open");
    expect(session.overview?.stopped).toMatchObject({ done: 812, total: 1282 });
  });
});

describe("timeLeft", () => {
  const progress = { stage: "comparing", done: 100, total: 400, current: "", problems: 0 } as const;

  it("goes by the pace so far", () => {
    expect(timeLeft(progress, 5000)).toBe(15);
  });

  it("says nothing before the pace is known, and at the end", () => {
    expect(timeLeft(progress, 500)).toBeNull();
    expect(timeLeft({ ...progress, done: 400 }, 5000)).toBeNull();
  });
});
