//! Work that panics: it is told, and the next work goes well.

use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::*;

/// A window in which some news breaks whatever is telling it, once it is armed.
#[derive(Clone)]
struct Breaking {
    told: Told,
    breaks_at: fn(&News) -> bool,
    armed: Arc<AtomicBool>,
}

impl Host for Breaking {
    fn tell(&self, news: News) {
        if (self.breaks_at)(&news) && self.armed.swap(false, Ordering::Relaxed) {
            panic!("a fault of the program");
        }
        self.told.tell(news);
    }
}

type Armed = Arc<AtomicBool>;

fn session(desk: &Desk, breaks_at: fn(&News) -> bool) -> (Arc<Session<Breaking>>, Armed) {
    let armed = Armed::default();
    let host = Breaking {
        told: desk.told.clone(),
        breaks_at,
        armed: armed.clone(),
    };
    let data = desk.home.path().join("data");
    (Arc::new(Session::new(host, &data)), armed)
}

/// The codes told because changes were not taken in.
fn not_renewed(desk: &Desk) -> Vec<FailureCode> {
    let renewals = desk.renewals().into_iter();
    let failures = renewals.filter_map(|news| match news {
        News::NotRenewed(NotRenewed { failure }) => failure,
        _ => None,
    });
    failures.map(|failure| failure.code).collect()
}

#[test]
fn a_reading_that_breaks_off_has_failed_and_what_was_open_stays() {
    for breaks_at in [
        (|news: &News| matches!(news, News::Opening(_))) as fn(&News) -> bool,
        |news| matches!(news, News::Heard(_)),
        |news| matches!(news, News::Found(_)),
    ] {
        let desk = Desk::new();
        let (session, armed) = session(&desk, breaks_at);
        session.read(&session.begin(desk.folder("before", &[("a.txt", STORY)])));
        assert_eq!(session.overview().unwrap().name, "before");
        armed.store(true, Ordering::Relaxed);
        let request = desk.folder("dam", &[("a.txt", STORY), ("b.txt", STORY_TOLD)]);
        session.read(&session.begin(request.clone()));
        assert_eq!(desk.told.failures(), [FailureCode::Fault]);
        assert_eq!(session.underway(), None);
        assert_eq!(session.failure().unwrap().code, FailureCode::Fault);
        assert_eq!(session.overview().unwrap().name, "before");
        session.read(&session.begin(request));
        assert_eq!(session.overview().unwrap().name, "dam");
        assert_eq!(session.articles(&every_article()).unwrap().total, 2);
    }
}

#[test]
fn taking_in_that_breaks_off_is_told_and_watching_goes_on() {
    let desk = Desk::new();
    let request = desk.folder("dam", &[("a.txt", STORY)]);
    let folder = request.roots[0].clone();
    let (session, armed) = session(&desk, |news| matches!(news, News::Renewed(_)));
    session.read(&session.begin(request));
    armed.store(true, Ordering::Relaxed);
    session.watch();
    let until = |what: &str, is_so: &dyn Fn() -> bool| {
        let so = (0..100).any(|_| {
            std::thread::sleep(Duration::from_millis(100));
            is_so()
        });
        assert!(so, "{what}: {:?}", desk.renewals());
    };
    std::fs::write(folder.join("b.txt"), STORY).unwrap();
    until("the fault is told", &|| {
        not_renewed(&desk) == [FailureCode::Fault]
    });
    std::fs::write(folder.join("c.txt"), STORY).unwrap();
    until("the next change is taken in", &|| {
        matches!(desk.renewals().last(), Some(News::Renewed(_)))
    });
    assert_eq!(session.articles(&every_article()).unwrap().total, 3);
}
