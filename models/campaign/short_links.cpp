// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "campaign/short_links.h"

#include <QUrl>
#include <algorithm>

#include "campaign/link_checks.h"
#include "liquid/shape.h"
#include "message/link_finder.h"
#include "message/text_finishing.h"
#include "providers/shorteners/shortener_repository.h"
#include "storage/statement.h"
#include "storage/transaction.h"

namespace heliograph::campaign {
namespace {

using providers::Shortener;

// A domain that can't be anybody's (RFC 2606).
const QString kPlaceholderStart = QStringLiteral("s.example/");

/// The link as it is sent when it isn't shortened: with the parameters.
QString taggedLink(const message::TextFinisher& finisher, const QString& link, message::MessageRenderer& renderer) {
  static const liquid::Shape nobody({});
  const auto finished = finisher.links({&nobody, nullptr}, renderer, link.toStdString());
  return finished.empty() ? link : finished.front().finished;
}

/// The short link that this shortener made of a target as it is set up now; empty if none.
QString madeLink(const QString& target, const Shortener& by, const std::vector<KeptShortLink>& made) {
  const QByteArray fingerprint = by.fingerprint();
  const auto found = std::find_if(made.begin(), made.end(), [&](const KeptShortLink& one) {
    return one.by == by.id && one.target == target && one.madeWith == fingerprint;
  });
  return found == made.end() ? QString() : found->link;
}

Error refusedShortLink(const Shortener& by, const QString& why) {
  return Error{
      ErrorCode::Refused,
      QStringLiteral("“%1” answered with something that can't be sent as a short link: %2 Look at its settings "
                     "under Link shorteners.")
          .arg(by.name, why),
      {}};
}

}  // namespace

Result<std::vector<ShortLink>> linksToShorten(const Campaign& campaign, const Clock& clock) {
  std::vector<ShortLink> links;
  const message::LinkRules& rules = campaign.textRules.links;
  if (rules.shortened.isEmpty()) return links;
  message::TextRules tagging;
  tagging.links.tagging = rules.tagging;
  const auto finisher = message::TextFinisher::compile(tagging, campaign.snippets);
  if (!finisher) return fail(finisher.error());
  message::MessageRenderer renderer(clock.now(), campaign.name, campaign.id.value);
  for (const QString& link : plainLinks(campaign)) {
    if (!rules.shortened.contains(link)) continue;
    const QUrl target = message::addressOfLink(taggedLink(*finisher, link, renderer));
    if (!target.isValid() || target.host().isEmpty()) {
      return fail(ErrorCode::InvalidInput,
                  QStringLiteral("“%1” can't be shortened, as it is no address that a phone could open. Correct it.")
                      .arg(link));
    }
    links.push_back({link, QString::fromLatin1(target.toEncoded()), {}});
  }
  return links;
}

QString shortLinkPlaceholder(int length) {
  const QString whole = QStringLiteral("https://") + kPlaceholderStart;
  const QString start = length > whole.size() ? whole : kPlaceholderStart;
  return start.leftJustified(std::max<qsizetype>(length, start.size() + 1), QLatin1Char('x'));
}

bool isShortLinkPlaceholder(const QString& link) {
  return link.startsWith(kPlaceholderStart) || link.startsWith(QStringLiteral("https://") + kPlaceholderStart);
}

Result<> checkShortLink(const QString& link, const Shortener& by) {
  const std::string text = link.toStdString();
  const auto spans = message::findLinks(text);
  const bool isAscii = std::all_of(link.begin(), link.end(), [](QChar c) { return c > u' ' && c < u'\x7F'; });
  const QUrl url = message::addressOfLink(link);
  // What stands for a link that isn't made yet must never look made.
  if (isShortLinkPlaceholder(link)) return fail(refusedShortLink(by, QStringLiteral("it leads nowhere.")));
  const bool isWeb = url.scheme() == QLatin1String("https") || url.scheme() == QLatin1String("http");
  if (!isAscii || !isWeb || !url.userInfo().isEmpty() ||
      spans != std::vector<message::LinkSpan>{message::LinkSpan{0, text.size()}}) {
    return fail(refusedShortLink(by, QStringLiteral("phones would make no link of it.")));
  }
  if (link.size() > Shortener::longestLink) {
    return fail(refusedShortLink(by, QStringLiteral("it has %1 characters.").arg(link.size())));
  }
  const QString domain = by.domain();
  // Both as computers write international domains.
  const auto encoded = [](const QString& host) { return QString::fromLatin1(QUrl::toAce(host)).toLower(); };
  if (domain.isEmpty() || encoded(url.host()) == encoded(domain)) return {};
  return fail(refusedShortLink(by, QStringLiteral("it lies at %1, not at %2.").arg(url.host().left(80), domain)));
}

Result<std::vector<KeptShortLink>> ShortLinkRepository::all(CampaignId campaign) const {
  storage::Statement find(m_database, QStringLiteral("SELECT shortener_id, made_with, target, link FROM short_link "
                                                     "WHERE campaign_id = ? ORDER BY made_at, target"));
  find.bind(campaign);
  std::vector<KeptShortLink> links;
  for (;;) {
    const auto row = find.next();
    if (!row) return fail(row.error());
    if (!*row) return links;
    links.push_back({find.id<ShortenerId>(0), find.bytes(1), find.text(2), find.text(3)});
  }
}

Result<QString> ShortLinkRepository::made(CampaignId campaign, const Shortener& by, const QString& target) const {
  return all(campaign).map([&](const std::vector<KeptShortLink>& links) { return madeLink(target, by, links); });
}

Result<std::vector<ShortLink>> ShortLinkRepository::of(const Campaign& campaign, const Shortener& by) const {
  auto links = linksToShorten(campaign, m_clock);
  if (!links) return links;
  const auto made = all(campaign.id);
  if (!made) return fail(made.error());
  for (ShortLink& link : *links) link.made = madeLink(link.target, by, *made);
  return links;
}

Result<> ShortLinkRepository::keep(CampaignId campaign, const Shortener& by, const ShortLink& link) const {
  auto transaction = storage::Transaction::begin(m_database);
  if (!transaction) return fail(transaction.error());
  storage::Statement other(m_database, QStringLiteral("SELECT 1 FROM short_link WHERE link = ? AND target <> ?"));
  const auto taken = other.bind(link.made).bind(link.target).next();
  if (!taken) return fail(taken.error());
  if (*taken) {
    return fail(refusedShortLink(by, QStringLiteral("it was made for another address already, and would lead there.")));
  }
  storage::Statement insert(m_database,
                            QStringLiteral("INSERT OR IGNORE INTO short_link (campaign_id, shortener_id, made_with, "
                                           "target, link, made_at) VALUES (?, ?, ?, ?, ?, ?)"));
  insert.bind(campaign).bind(by.id).bind(by.fingerprint()).bind(link.target).bind(link.made);
  HELIOGRAPH_TRY(insert.bind(m_clock.now()).run());
  return transaction->commit();
}

Campaign withShortLinks(Campaign draft, const std::vector<Shortener>& shorteners,
                        const std::vector<KeptShortLink>& made, const Clock& clock) {
  message::LinkRules& rules = draft.textRules.links;
  rules.shortLinks.clear();
  if (rules.shortened.isEmpty()) return draft;
  const auto by = std::find_if(shorteners.begin(), shorteners.end(),
                               [&](const Shortener& one) { return one.name == rules.shortener; });
  // The checks say that it isn't there, and what is wrong with the parameters.
  const auto links = by == shorteners.end() ? std::vector<ShortLink>()
                                            : linksToShorten(draft, clock).value_or(std::vector<ShortLink>());
  for (const ShortLink& link : links) {
    const QString found = madeLink(link.target, *by, made);
    rules.shortLinks[link.written] = found.isEmpty() ? shortLinkPlaceholder(by->shortLength) : found;
  }
  return draft;
}

Result<Campaign> withShortLinks(const storage::Database& database, const Clock& clock, Campaign draft) {
  draft.textRules.links.shortLinks.clear();
  if (draft.textRules.links.shortened.isEmpty()) return draft;
  const auto shorteners = providers::ShortenerRepository(database, clock).list();
  if (!shorteners) return fail(shorteners.error());
  const auto made = ShortLinkRepository(database, clock).all(draft.id);
  if (!made) return fail(made.error());
  return withShortLinks(std::move(draft), *shorteners, *made, clock);
}

Result<Campaign> withMadeShortLinks(const storage::Database& database, const Clock& clock, Campaign draft) {
  auto whole = withShortLinks(database, clock, std::move(draft));
  if (!whole) return whole;
  const message::LinkRules& rules = whole->textRules.links;
  const auto links = linksToShorten(*whole, clock);
  if (!links) return fail(links.error());
  for (const ShortLink& link : *links) {
    const auto made = rules.shortLinks.find(link.written);
    if (made != rules.shortLinks.end() && !isShortLinkPlaceholder(made->second)) continue;
    return fail(
        ErrorCode::Conflict,
        QStringLiteral("A link that is to be shortened has no short link yet. Publish again; it is made then."));
  }
  return whole;
}

}  // namespace heliograph::campaign
