// SPDX-FileCopyrightText: 2026 The Heliograph authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

#include "library/linked_fetcher.h"
#include "net/http_client.h"

namespace heliograph::delivery {

/// How sending is paced. Tests shorten the times; nobody else needs to.
struct DeliveryOptions {
  int inFlight = 96;                            ///< requests at providers at a time, for each courier
  std::chrono::milliseconds deadline{15000};    ///< for one whole request
  std::chrono::milliseconds claimLease{60000};  ///< how long a picked row is ours
  std::chrono::milliseconds sendLease{60000};   ///< then a row being sent counts as unclear; far above the deadline
  std::chrono::milliseconds beat{20};           ///< how often results are written and new rows picked
  std::chrono::milliseconds idleBeat{250};      ///< the same while there is nothing to send
  std::chrono::milliseconds tick{500};          ///< how often due runs and progress are looked at
  std::chrono::milliseconds fillLease{5000};    ///< then another program goes on filling
  int fillChunk = 2000;                         ///< people a transaction while filling
  bool askUnclear = true;                       ///< ask providers that can be asked, once a message
  std::chrono::milliseconds askAfter{2000};     ///< so that the provider knows it by then
  bool askForReceipts = true;                   ///< ask providers that can be asked what became of messages
  int mostRefusedPercent = 100;                 ///< a run pauses by itself when more of its last messages are refused
  net::HttpClientOptions http = {.managers = 16};
  library::LinkedFetchOptions linked;  ///< how sources of linked content are asked, by each courier
};

}  // namespace heliograph::delivery
